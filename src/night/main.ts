import '../ui/tokens.css'
import '../ui/page/page-tokens.css'
import '../ui/base.css'
import { run } from './run.tsx'
import './night.css'

const root = document.querySelector('#night')
if (root) run(root, new AbortController().signal)
