import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import '../ui/form.css'
import { run } from './run.tsx'
import './history.css'

const root = document.querySelector('#history')
if (root) run(root, new AbortController().signal)
