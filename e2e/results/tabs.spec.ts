import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true })

const server = serverOfFile()

for (const view of ['announcer', 'charts', 'table']) {
  test(`given the view ${view} on a phone of 320 px, then its tab is marked, and every tab is whole, in the window and leads to its view`, async ({
    page,
  }) => {
    const address = `${server.baseUrl}/live?view=${view}`
    await page.goto(address)
    await expectLive(page)
    const tabs = page.getByRole('navigation', { name: 'Views' }).getByRole('link')
    await expect(page.locator('nav [aria-current=page]')).toHaveText(view, { ignoreCase: true })
    const cut = await tabs.evaluateAll((all) =>
      all.flatMap((tab) => {
        const text = document.createRange()
        text.selectNodeContents(tab)
        const [own, inked, area] = [tab, text, tab.parentElement ?? tab].map((one) => one.getBoundingClientRect())
        if (!own || !inked || !area) return [`${tab.textContent} is not there`]
        const isWhole = inked.left >= own.left && inked.right <= own.right
        const isInside = own.left >= area.left && own.right <= area.right + 0.5 && own.right <= window.innerWidth
        return isWhole && isInside ? [] : [`${tab.textContent}: ${own.left} to ${own.right} of ${area.right} px`]
      }),
    )
    expect(cut).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    for (const name of await tabs.allInnerTexts()) {
      await page.goto(address)
      await expectLive(page)
      await tabs.filter({ hasText: name }).tap()
      await expect(page).toHaveURL(new RegExp(name === 'Class' ? '/live$' : `view=${name.toLowerCase()}`))
    }
  })
}
