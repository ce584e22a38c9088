import type { Announcement } from '../view/announcement.ts'

/** Screen readers ignore text that a live region had when it was added: text is set this much later, ms. */
const settleMs = 150

/** Adds live regions and returns a function that reads out each announcement once. */
export function createAnnouncer(
  root: HTMLElement,
  signal: AbortSignal,
): (announcement: Announcement) => void {
  const regions = { status: addLiveRegion(root, 'status'), alert: addLiveRegion(root, 'alert') }
  const announced = new Set<string>()
  return ({ key, urgency, text }) => {
    if (announced.has(key)) return
    announced.add(key)
    const timer = setTimeout(() => (regions[urgency].textContent = text), settleMs)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  }
}

function addLiveRegion(root: HTMLElement, role: 'status' | 'alert'): HTMLElement {
  const element = document.createElement('div')
  element.setAttribute('role', role)
  element.className = 'spoken'
  root.append(element)
  return element
}
