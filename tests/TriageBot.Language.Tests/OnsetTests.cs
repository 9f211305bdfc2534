namespace TriageBot.Language.Tests;

/// <summary>Since when: what a text says of it, as hours ago.</summary>
public class OnsetTests
{
    /// <summary>A Thursday afternoon.</summary>
    private static readonly DateTimeOffset now = new(2026, 11, 19, 15, 30, 0, TimeSpan.FromHours(-5));

    [Theory]
    [InlineData("fever for 3 days", "en", 60, 84)]
    [InlineData("it started 2 hours ago", "en", 1, 3)]
    [InlineData("20 minutes ago my leg went numb", "en", 0, 1)]
    [InlineData("for a week now", "en", 84, 252)]
    [InlineData("a couple of days", "en", 36, 108)]
    [InlineData("since yesterday", "en", 12, 48)]
    [InlineData("since this morning", "en", 0, 12)]
    [InlineData("last night", "en", 0, 24)]
    [InlineData("desde ayer", "es", 12, 48)]
    [InlineData("hace dos noches", "es", 36, 60)]
    [InlineData("tengo fiebre desde hace 2 semanas", "es", 252, 420)]
    [InlineData("me duele desde anoche", "es", 6, 24)]
    [InlineData("desde antier", "es", 24, 96)]
    [InlineData("hace un par de horas", "es", 1, 5)]
    [InlineData("desde esta manana", "es", 0, 12)]
    public void An_onset_has_bounds_in_hours(string text, string language, int least, int most)
    {
        var onset = Assert.Single(Shipped.Reader.Read(text, language).Onsets);
        Assert.Equal((least, most), onset.HoursAgo(now));
        Assert.Null(onset.Day);
    }

    [Theory]
    [InlineData("since tuesday", "en", DayOfWeek.Tuesday, 39, 64)]
    [InlineData("numb since wednesday", "en", DayOfWeek.Wednesday, 15, 40)]
    [InlineData("desde el martes", "es", DayOfWeek.Tuesday, 39, 64)]
    [InlineData("it began on friday", "en", DayOfWeek.Friday, 135, 160)]
    [InlineData("since thursday", "en", DayOfWeek.Thursday, 0, 184)]
    [InlineData("desde el jueves", "es", DayOfWeek.Thursday, 0, 184)]
    public void A_day_of_the_week_is_counted_from_the_patients_clock(
        string text,
        string language,
        DayOfWeek day,
        int least,
        int most
    )
    {
        var onset = Assert.Single(Shipped.Reader.Read(text, language).Onsets);
        Assert.Equal(day, onset.Day);
        Assert.Equal((least, most), onset.HoursAgo(now));
    }

    [Theory]
    [InlineData("i take it every 4 hours", "en")]
    [InlineData("my appointment is in 2 weeks", "en")]
    [InlineData("see you next week", "en")]
    [InlineData("la tomo cada 6 horas", "es")]
    [InlineData("mi cita es en 2 semanas", "es")]
    [InlineData("pain 7 out of 10", "en")]
    [InlineData("good morning", "en")]
    public void What_comes_or_comes_again_is_no_onset(string text, string language) =>
        Assert.Empty(Shipped.Reader.Read(text, language).Onsets);

    [Fact]
    public void The_span_is_the_words_that_tell_it()
    {
        const string text = "numb since tuesday, and fever for 3 days";
        var told = Shipped.Reader.Read(text, "en").Onsets.Select(o => text.Substring(o.Span.Start, o.Span.Length));
        Assert.Equal(["tuesday", "3 days"], told);
    }

    [Fact]
    public void Minutes_are_no_hours()
    {
        var fever = Shipped.Reader.Read("90 minutes ago i had a fever", "en").Mentions.First();
        Assert.Equal(2, fever.Observation.HoursAgo);
    }
}
