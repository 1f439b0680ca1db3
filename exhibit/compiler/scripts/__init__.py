"""Makes every string in both scripts, lists doubtful conversions, and reads names as pinyin."""
