/** Saves content as a download. Needs no permission. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Once started, the download holds the data itself.
  setTimeout(() => URL.revokeObjectURL(url))
}
