import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'

/** A choice as the hidden fields of a form, which adds its own. */
export function ChoiceFields({ choice }: { readonly choice: ViewChoice }) {
  return [...new URLSearchParams(formatChoice(choice))].map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}
