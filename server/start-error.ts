/** Why the server cannot start, in one line for the person at the keyboard: what is wrong and what to do. */
export class StartError extends Error {}
