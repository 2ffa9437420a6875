package gatehouse.connection;

/**
 * How an answer is written: a JSON object; one wrapped in a call ({@code callback( {…} );}); or form-encoded, where an error may come
 * as JSON or in a call all the same.
 */
public enum AnswerFormat { JSON, JSONP, FORM }
