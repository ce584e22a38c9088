import type { Announcement } from '../scene/announcement.ts'

/** Screen readers ignore what a live region held when it appeared: text waits this long, ms. */
const SETTLE = 150

/** Reads each announcement out once through live regions that exist before their text. */
export function announcer(root: HTMLElement, signal: AbortSignal): (announcement: Announcement) => void {
  const regions = { status: region(root, 'status'), alert: region(root, 'alert') }
  const said = new Set<string>()
  return ({ key, urgency, text }) => {
    if (said.has(key)) return
    said.add(key)
    const timer = setTimeout(() => (regions[urgency].textContent = text), SETTLE)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  }
}

function region(root: HTMLElement, role: 'status' | 'alert'): HTMLElement {
  const element = document.createElement('div')
  element.setAttribute('role', role)
  element.className = 'spoken'
  root.append(element)
  return element
}
