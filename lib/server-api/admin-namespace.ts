/** The socket.io namespace of /admin, for signed-in admins. The server sends `server_state` (ServerState). */
export const adminNamespace = '/admin'
