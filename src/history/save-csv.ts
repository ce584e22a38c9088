/** Hands a table to the browser as a download. Needs no permission. */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it is begun.
  setTimeout(() => URL.revokeObjectURL(url))
}
