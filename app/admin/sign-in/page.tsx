import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { isSignedIn } from '../session.ts'
import styles from './sign-in.module.css'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function SignInPage({ searchParams }: Props) {
  if (await isSignedIn()) redirect('/admin')
  const { problem, seconds } = await searchParams
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Timing desk</h1>
      <form method="post" action="/api/admin/sign-in" className={styles.form}>
        <label className={styles.label}>
          Password
          <input
            className={styles.field}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            maxLength={200}
            aria-describedby={problem === undefined ? undefined : 'problem'}
          />
        </label>
        {problem !== undefined && (
          <p id="problem" role="alert" className={styles.problem}>
            {problem === 'too_many_tries'
              ? `Too many tries. Wait ${Number(seconds) || 60} seconds and try again.`
              : 'That is not the password.'}
          </p>
        )}
        <button type="submit" className={styles.button}>
          Sign in
        </button>
      </form>
      <p className={styles.help}>
        The password was printed when the server started for the first time, or is the one set as ADMIN_PASSWORD.
      </p>
      <p>
        <a href="/live">Back to the results</a>
      </p>
    </main>
  )
}
