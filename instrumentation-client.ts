import { fillIn } from './app/old-browsers/fill-in.ts'

// Next runs this file before any other script of a page.
fillIn(window)
