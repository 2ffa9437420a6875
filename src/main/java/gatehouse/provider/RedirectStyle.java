package gatehouse.provider;

/** Which redirect address a provider is told: our own, the two of AList's guide, or the one an administrator typed (seed 003). */
public enum RedirectStyle { OWN, ALIST, FIXED }
