/** The variables that must not stand in the environment of the server: other processes of its user can read that. */
const secretNames = ['ADMIN_PASSWORD']

/**
 * Takes the secrets out of an environment, and returns them. The operating system goes on showing this process's own
 * first environment: it cannot be erased. What is started from here never has it.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {Record<string, string>}
 */
export function takeSecrets(environment) {
  /** @type {Record<string, string>} */
  const secrets = {}
  for (const name of secretNames) {
    const value = environment[name]
    if (value !== undefined) secrets[name] = value
    delete environment[name]
  }
  return secrets
}
