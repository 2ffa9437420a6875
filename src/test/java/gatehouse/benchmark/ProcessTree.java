package gatehouse.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** A process and all below it, as Linux counts them in /proc (proc(5)). */
record ProcessTree(long pid) {

    /** USER_HZ is 100 on every Linux that Java runs on. */
    private static final long MILLIS_A_TICK = 10;
    private static final int USER = 11;

    /** Milliseconds of processor time, user and system, since it began; children that ended are counted by their parents. */
    long cpuMillis() {
        return pids().map(ProcessTree::ticks).sum() * MILLIS_A_TICK;
    }

    /** Resident memory in MiB. */
    long memory() {
        return pids().map(ProcessTree::kibibytes).sum() / 1024;
    }

    private LongStream pids() {
        LongStream below = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), below);
    }

    /** utime, stime, cutime and cstime; the name, which may hold anything, ends with the last bracket. */
    private static long ticks(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) return 0;
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return LongStream.range(USER, USER + 4).map(i -> Long.parseLong(fields[(int) i])).sum();
    }

    private static long kibibytes(long pid) {
        return read(pid, "status").lines().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).sum();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isEmpty()) return "";
            throw new IllegalStateException("/proc cannot be read: this runs on Linux only", e);
        }
    }
}
