package gatehouse.connection;

/** Where the token call's parameters stand: in a form or a JSON object that is posted, or in the query of a GET. */
public enum TokenRequest { FORM, JSON, QUERY }
