package gatehouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A form sent as multipart with one file, as a browser does. */
record Upload(Form form, String fileField) {

    private static final String EDGE = "----gatehouse-edge";

    /** @param fileName as the browser would send it */
    Page send(Visitor visitor, String fileName, String declaredType, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.fields().without(fileField).pairs().forEach(field -> body.writeBytes(
                ("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n").getBytes(UTF_8)));
        body.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + fileField + "\"; filename=\"" + fileName + "\"\r\nContent-Type: " + declaredType
                + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + EDGE + "--\r\n").getBytes(UTF_8));
        return visitor.send("POST", form.action().toString(), "multipart/form-data; boundary=" + EDGE, body.toByteArray());
    }
}
