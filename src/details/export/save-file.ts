import type { File } from './file.ts'

/** Hands a file to the browser as a download. Needs no permission. */
export function saveFile({ name, content }: File): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it is begun.
  setTimeout(() => URL.revokeObjectURL(url))
}
