/** The code in the JSON of a refused connection (status 503): the server has no place for another browser. */
export const serverFull = 'server_full'
