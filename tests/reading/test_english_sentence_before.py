"""English: a sentence that says whose words the one before it is."""

import rawi


def test_that_is_according_to() -> None:
    text = (
        "The union is a garden that must be kept from the jungle.\n\n"
        "That's according to the union's foreign policy chief John Miller, who spoke on Thursday.\n"
    )
    (one,) = rawi.read(text, language="en").attributions
    assert [span.of(text) for span in one.content] == [
        "The union is a garden that must be kept from the jungle"
    ]
    assert one.speaker is not None
    assert one.speaker.name == "John Miller"
