"""The actor network: who accuses, denies, discredits, cites and speaks for whom, with the words behind each edge."""
