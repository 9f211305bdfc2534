namespace TriageBot.Protocols.Findings;

/// <summary>Whether a finding is there.</summary>
public enum Polarity
{
    /// <summary>The patient has it, or had it since the procedure.</summary>
    Present,

    /// <summary>The patient denies it.</summary>
    Absent,

    /// <summary>The text or the answer leaves doubt; never read as absent.</summary>
    Unsure,
}

/// <summary>The part of the body that a finding is about.</summary>
public enum Where
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>The incision or needle site.</summary>
    Site,

    /// <summary>One arm, hand, leg or foot.</summary>
    Limb,
    BothLegs,
    BelowWaist,
    Face,

    /// <summary>The skin only.</summary>
    Skin,

    /// <summary>The whole body.</summary>
    AllOver,
}

/// <summary>How a finding develops.</summary>
public enum Trend
{
    /// <summary>Not said.</summary>
    Unknown,
    New,

    /// <summary>Just as it was before.</summary>
    Same,
    Worse,
    Better,
}

/// <summary>The time that a finding belongs to.</summary>
public enum When
{
    /// <summary>Not said; counts as now.</summary>
    Unknown,
    Now,

    /// <summary>It came after the procedure and is over.</summary>
    SinceProcedure,

    /// <summary>It was there before the procedure.</summary>
    BeforeProcedure,

    /// <summary>A question or a "what if": it did not happen.</summary>
    Hypothetical,
}

/// <summary>Whose finding it is. A carer who writes about the patient writes of <see cref="Patient"/>.</summary>
public enum Who
{
    Patient,
    Other,
}

/// <summary>How bad the patient calls it.</summary>
public enum Severity
{
    /// <summary>Not said.</summary>
    Unknown,
    Mild,
    Moderate,
    Severe,
}
