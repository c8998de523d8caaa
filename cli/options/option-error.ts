/** Something on the command line that cannot be used; the message says what, and what to write instead. */
export class OptionError extends Error {}
