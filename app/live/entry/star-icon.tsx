import styles from './star-icon.module.css'

interface Props {
  readonly filled?: boolean
}

/** A star as high as the text beside it. An SVG, since a phone is slow to find a glyph that its font lacks. */
export function StarIcon({ filled = false }: Props) {
  return (
    <svg
      className={styles.icon}
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="m12 3 2.8 5.9 6.4.9-4.7 4.5 1.2 6.5-5.7-3.1-5.7 3.1 1.2-6.5L2.8 9.8l6.4-.9z" />
    </svg>
  )
}
