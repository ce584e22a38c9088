import type { PopupWords } from '../words.ts'

/** The keyboard shortcuts of the list. */
export function KeyHints({ words: { say } }: { words: PopupWords }) {
  return (
    <footer class="hints">
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {say('hint.move')}
      </span>
      <span>
        <kbd>↵</kbd> {say('hint.open')}
      </span>
      <span>
        <kbd>D</kbd> {say('hint.details')}
      </span>
      <span>
        <kbd>W</kbd> {say('hint.watch')}
      </span>
      <span>
        <kbd>M</kbd> {say('hint.mute')}
      </span>
    </footer>
  )
}
