import { Mark } from '../ui/icons/mark.tsx'
import type { WelcomeWords } from './words.ts'

/** Shows how the icon gets into the toolbar, where its badge can be seen. */
export function PinStep({ words: { say } }: { readonly words: WelcomeWords }) {
  return (
    <div class="pin">
      <svg viewBox="0 0 132 32" width="132" height="32" aria-hidden="true">
        <rect class="frame" x=".5" y=".5" width="131" height="31" rx="6" />
        {/* The puzzle piece of the menu of extensions, and the pin beside a name in it. */}
        <path d="M14 11h4a3 3 0 1 1 5 0h4v5a3 3 0 1 1 0 5v4H14v-4.500a3 3 0 1 0 0-5z" />
        <path d="m44 16h10m-4-4 4 4-4 4" />
        <path d="M72 9h8l-1 6 3 3H70l3-3zM76 18v7" />
        <path d="M94 16h10m-4-4 4 4-4 4" />
      </svg>
      <Mark state="app" />
      <p>{say('pin')}</p>
    </div>
  )
}
