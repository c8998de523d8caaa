/** In localStorage: the id of the last message of the desk that this browser dismissed. */
export const dismissedMessageKey = 'paddock.message'
