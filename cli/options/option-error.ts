/** An unusable command line. The message is for people: what is wrong and what to write instead. */
export class OptionError extends Error {}
