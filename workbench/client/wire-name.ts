/** `rowCount` is `RowCount` on the wire; names that begin with an underscore stay as they are. */
export const wireName = (name: string) => (name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1))
