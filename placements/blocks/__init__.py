"""Block purchases: places bought for a period at one price, filled or not."""
