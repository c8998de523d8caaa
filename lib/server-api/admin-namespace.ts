/**
 * The socket.io namespace of /admin: signed-in people only. It carries `server_state` (ServerState), from the server
 * alone.
 */
export const adminNamespace = '/admin'
