/** The most drivers whose news one browser is sent: their names go with each change of them. */
export const mostPushNames = 50

/** In characters: the addresses of browsers have 150 to 500. */
export const longestEndpoint = 1000

/** In characters, of a driver's key. */
export const longestPushName = 400
