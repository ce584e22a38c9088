/** Fields in which the key undoes typing. */
const typing = 'input[type=text], input[type=number], input[type=time], input:not([type]), textarea'

/** Whether a key press asks to undo the last change: Ctrl+Z or ⌘Z, outside of text that is being typed. */
export function isUndoKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey) return false
  if (!event.ctrlKey && !event.metaKey) return false
  return !(event.target instanceof Element && event.target.matches(typing))
}

/** The keys as this machine's keyboard names them. */
export function undoKeys(): string {
  return navigator.userAgent.includes('Mac') ? '⌘Z' : 'Ctrl+Z'
}
