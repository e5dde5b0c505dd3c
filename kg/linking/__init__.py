"""What articles have in common: events and statements that may be the same, actors that may be known. Proposals, never facts."""
