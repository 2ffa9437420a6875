/** Decides where the settings of the process come from, and where the data folder is. */
package gatehouse.config;
