package gatehouse.admission;

/** Who may register through a provider, while auto register is on. */
public enum Registration { EVERYONE, DOMAINS, NOBODY }
