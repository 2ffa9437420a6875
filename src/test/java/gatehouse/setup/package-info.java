/** Whether what lies in setup/ agrees with itself, with what the build makes, and with the settings the program reads. */
package gatehouse.setup;
