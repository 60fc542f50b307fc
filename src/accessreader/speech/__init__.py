"""What is said: utterances of an article, in words a voice can say, and the voice that says them."""
