#!/usr/bin/env python3
"""That the measure of reading ages takes the right words, and can find a text too hard."""
import unittest

import textstat

from measure import messages, plain


class Measure(unittest.TestCase):
    def test_takes_the_prose_of_a_page_alone(self):
        page = "---\ntitle: Hard\n---\n# Heading\n\nWe [read](a.html) it.\n\n> They said more.\n\n- One thing\n- Two things;\n"
        self.assertEqual(plain(page), "We read it. One thing. Two things.")

    def test_takes_sentences_and_the_plural_of_a_choice(self):
        words = "nav-data = Data\nlead-x = { $n ->\n    [one] One says so.\n   *[other] { $n } of these say so.\n}\n"
        self.assertEqual(messages(words), {"lead": "this of these say so."})

    def test_tells_hard_from_plain(self):
        hard = "Notwithstanding considerable institutional disagreement, administrators subsequently reconsidered eligibility."
        self.assertGreater(textstat.flesch_kincaid_grade(hard) + 5, 11)
        self.assertLess(textstat.flesch_kincaid_grade("We read it. It says no.") + 5, 11)


if __name__ == "__main__":
    unittest.main()
