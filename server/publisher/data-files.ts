/** Names of the two files that every data folder has. */
export const templateFile = 'drivers.jsonl.njk'
export const eventFile = 'event.yaml'
