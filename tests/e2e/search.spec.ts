import { expect, test } from '@playwright/test';
import { expectAccessible, whenReady } from './site';

test.use({ bypassCSP: true });

test('everything is found from anywhere, by keyboard alone', async ({ page }) => {
  await page.goto('/methods');
  await whenReady(page);
  const field = page.getByRole('combobox', { name: '搜索' });
  const options = page.getByRole('option');

  await test.step('initials lead to a cell of a document', async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await page.keyboard.type('yljz');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('search')).toBeFocused();
  });

  await test.step('a name leads to the agency', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('fengxiangqu');
    await expect(options.first()).toContainText('凤翔');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/agencies\/fengxiang-ybj$/);
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  });

  await test.step('a project leads to its cell', async () => {
    await page.getByTestId('search').click();
    await page.keyboard.type('凤翔 医疗保障工作经费');
    const project = page.getByRole('group', { name: '项目' }).getByRole('option').first();
    await project.click();
    await expect(page).toHaveURL(/\/documents\/fengxiang-ybj-2024\?cell=/);
    await expect(page.getByTestId('lost-cell')).toHaveCount(0);
  });
});

test('the search fits a phone, in English too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/en/');
  await whenReady(page);
  await page.getByTestId('search').click();
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('staff cost');
  await expect(page.getByRole('option').first()).toContainText('Staff cost per head');
  const box = await page.locator('dialog[open]').boundingBox();
  expect(box?.width).toBe(360);
  await expectAccessible(page);
});
