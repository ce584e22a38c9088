/** Hands a text to the browser as a download. Needs no permission. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it is begun.
  setTimeout(() => URL.revokeObjectURL(url))
}
