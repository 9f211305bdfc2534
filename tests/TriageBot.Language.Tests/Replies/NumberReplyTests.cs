namespace TriageBot.Language.Tests.Replies;

public class NumberReplyTests
{
    [Theory]
    [InlineData("101.5", "38.6")]
    [InlineData("101.5 F", "38.6")]
    [InlineData("101.5°F", "38.6")]
    [InlineData("38.6", "38.6")]
    [InlineData("38,6", "38.6")]
    [InlineData("38.6 C", "38.6")]
    [InlineData("100.4", "38.0")]
    [InlineData("100.3", "37.9")]
    [InlineData("98.6", "37.0")]
    [InlineData("99", "37.2")]
    [InlineData("101", "38.3")]
    [InlineData("it was 101.2 this morning", "38.4")]
    [InlineData("99.1 then 100.9", "38.3")]
    [InlineData("one oh one point five", "38.6")]
    [InlineData("thirty eight and a half", "38.5")]
    [InlineData("a hundred and two", "38.9")]
    [InlineData("one hundred point four", "38.0")]
    [InlineData("ninety nine point one", "37.3")]
    [InlineData("treinta y ocho y medio", "38.5")]
    [InlineData("treinta y ocho coma cinco", "38.5")]
    [InlineData("0", "no thermometer")]
    [InlineData("no thermometer", "no thermometer")]
    [InlineData("i haven't taken it", "no thermometer")]
    [InlineData("dont have one", "no thermometer")]
    [InlineData("no me la he tomado", "no thermometer")]
    [InlineData("1015", "Ambiguous")]
    [InlineData("200", "Impossible")]
    [InlineData("50", "Ambiguous")]
    [InlineData("12", "Impossible")]
    [InlineData("not sure", "unsure")]
    [InlineData("hello", "-")]
    public void A_temperature_is_read(string text, string expected) =>
        Assert.Equal(expected, Asked.Short(Asked.Reply(Asked.Temperature, text)));

    [Theory]
    [InlineData("7", "7")]
    [InlineData("7/10", "7")]
    [InlineData("seven", "7")]
    [InlineData("between 6 and 7", "7")]
    [InlineData("6-7", "7")]
    [InlineData("6 or 7", "7")]
    [InlineData("its about an 8", "8")]
    [InlineData("8 out of 10", "8")]
    [InlineData("just a little sore, 1", "1")]
    [InlineData("casi nada, 1", "1")]
    [InlineData("no pain", "0")]
    [InlineData("none", "0")]
    [InlineData("0", "0")]
    [InlineData("7.5", "8")]
    [InlineData("15", "Impossible")]
    [InlineData("for", "4")]
    [InlineData("to", "2")]
    [InlineData("its a for", "4")]
    [InlineData("won", "1")]
    [InlineData("ate", "8")]
    [InlineData("i went to bed", "-")]
    [InlineData("took 2 tablets", "-")]
    [InlineData("a 6 for 3 days", "6")]
    [InlineData("it hurts", "-")]
    public void A_pain_score_is_read(string text, string expected) =>
        Assert.Equal(expected, Asked.Short(Asked.Reply(Asked.Scale, text)));

    [Theory]
    [InlineData("4235550142", "+14235550142")]
    [InlineData("(423) 555-0142", "+14235550142")]
    [InlineData("1-423-555-0142", "+14235550142")]
    [InlineData("+1 423.555.0142", "+14235550142")]
    [InlineData("my cell is 423 555 0142 thanks", "+14235550142")]
    [InlineData("+52 55 1234 5678", "+525512345678")]
    [InlineData("555-0142", "NotDiallable")]
    [InlineData("423555014", "NotDiallable")]
    [InlineData("42355501421234", "NotDiallable")]
    [InlineData("i dont have a phone", "-")]
    public void A_phone_number_is_read(string text, string expected) =>
        Assert.Equal(expected, Asked.Short(Asked.Reply(Asked.Phone, text)));

    [Theory]
    [InlineData("1", "kyphoplasty")]
    [InlineData("2", "vertebroplasty")]
    [InlineData("the first", "kyphoplasty")]
    [InlineData("kypho", "kyphoplasty")]
    [InlineData("Vertebroplasty", "vertebroplasty")]
    [InlineData("9", "unsure")]
    [InlineData("i dont know", "unsure")]
    [InlineData("5", "-")]
    public void A_choice_is_read(string text, string expected) =>
        Assert.Equal(expected, Asked.Short(Asked.Reply(Asked.Procedure, text)));

    [Theory]
    [InlineData("1", "coming")]
    [InlineData("yes", "coming")]
    [InlineData("ambulance is here", "coming")]
    [InlineData("they are coming", "coming")]
    [InlineData("they're on the way", "coming")]
    [InlineData("I called 911", "coming")]
    [InlineData("I am at the hospital already", "coming")]
    [InlineData("ya llamé al 911", "coming")]
    [InlineData("ya vienen", "coming")]
    [InlineData("2", "cannot-call")]
    [InlineData("no", "cannot-call")]
    [InlineData("I can't", "cannot-call")]
    [InlineData("cant call", "cannot-call")]
    [InlineData("no puedo", "cannot-call")]
    [InlineData("no one is coming", "cannot-call")]
    [InlineData("no help is coming", "cannot-call")]
    [InlineData("what do you mean", "unsure")]
    public void Whether_help_is_coming_is_read(string text, string expected) =>
        Assert.Equal(expected, Asked.Short(Asked.Reply(Asked.HelpComing, text)));

    [Theory]
    [InlineData("front of my right thigh", "limb")]
    [InlineData("both legs", "both")]
    [InlineData("from the waist down", "both")]
    [InlineData("just around the incision", "skin")]
    [InlineData("2", "both")]
    public void A_place_chooses_the_option_that_stands_for_it(string text, string expected) =>
        Assert.Equal(expected, Asked.Short(Asked.Reply(Asked.WhereNumb, text)));

    [Fact]
    public void A_text_question_takes_the_words_as_they_are() =>
        Assert.Equal("My back, it is sore!", Asked.Short(Asked.Reply(Asked.Opening, "  My back, it is sore! ")));

    [Theory]
    [InlineData("I can't breathe", "en")]
    [InlineData("i cant move my legs", "en")]
    [InlineData("no puedo respirar", "es")]
    public void A_symptom_with_cannot_does_not_say_that_nobody_can_call(string text, string language)
    {
        var reading = Shipped.Reader.Read(text, language);
        Assert.Null(Shipped.Reader.ReadReply(Asked.HelpComing, reading, text).Answer);
    }
}
