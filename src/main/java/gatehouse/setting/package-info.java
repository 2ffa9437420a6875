/** Decides what holds for everybody at once: whether outsiders may come in, what newcomers get, how long a session lives, and by which address we are known. */
package gatehouse.setting;
