/** The package has no types of its own. */
declare module 'sql.js' {
  const initialize: () => Promise<import('./sqlite-engine.ts').SqliteEngine>
  export default initialize
}
