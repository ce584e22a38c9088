/** Fields in which the browser itself undoes typing with this key. */
const textFields = 'input[type=text], input[type=number], input[type=time], input:not([type]), textarea'

/** Whether a key press is the undo shortcut (Ctrl+Z or ⌘Z) outside of text fields. */
export function isUndoKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey) return false
  if (!event.ctrlKey && !event.metaKey) return false
  return !(event.target instanceof Element && event.target.matches(textFields))
}

/** The shortcut as this platform's keyboard labels it. */
export function undoKeys(): string {
  return navigator.userAgent.includes('Mac') ? '⌘Z' : 'Ctrl+Z'
}
